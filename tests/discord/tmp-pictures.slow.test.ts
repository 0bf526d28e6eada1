import { chromium } from 'playwright-core';
import { test } from 'vitest';
import { millPage, startLibraryBot, waitForCard, wellPdf } from './library-bot.js';
import { looks, renderPage, type ShownMessage } from './render-page.js';
import { layColumn, writePdf } from '../helpers/write-pdf.js';

test('pictures', async () => {
  const bot = await startLibraryBot();
  const { server } = bot;
  const mara = server.member('mara');
  const shown = new Map<string, ShownMessage>();
  const keep = (name: string, caption: string, m: { id: string; channel_id: string }) =>
    shown.set(name, { caption, asker: 'mara', components: server.message(m)?.components ?? [], isPrivate: true });
  const put = async (name: string, values: any, words: string, where = {}) => {
    const added = await mara.slash('library add', values, where).response();
    keep(name + '-first', 'used /library add', added);
    await waitForCard(server, added, words);
    keep(name, 'used /library add', added);
    return added;
  };
  const ready = await put('ready', { file: wellPdf, collection: 'waters' }, 'not in use yet');
  await put('ready-de', { file: { ...wellPdf, name: 'Brunnen.pdf' }, collection: 'brunnen' }, 'nicht in Gebrauch', { locale: 'de' });
  await put('failed', { link: server.site.addressOf('mills.example.org/gone.html') }, 'could not be added');
  await put('encrypted', { file: { name: 'Statutes of the club, 2019 edition.pdf', type: 'application/pdf', content: writePdf([], { isEncrypted: true }) } }, 'could not be added');
  await mara.clickButton(ready, 'Put in use').response();
  keep('used', 'pressed Put in use', ready);
  await waitForCard(server, ready, 'It can be asked.');
  keep('askable', 'pressed Put in use', ready);
  const url = server.site.put('mills.example.org/aldersey.html', millPage('The mill of Aldersey is 23 metres tall.'));
  const link = await put('link', { link: url, collection: 'waters' }, 'not in use yet');
  await mara.clickButton(link, 'Put in use').response();
  await waitForCard(server, link, 'It can be asked.');
  keep('link-used', 'pressed Put in use', link);
  const confirm = await mara.slash('library remove', { name: 'The well of Brindle' , }).response();
  keep('confirm', 'used /library remove', confirm);
  const m = server.member('ada').send('general', 'The ferry leaves at nine.\nIt costs four crowns.', { files: [{ name: 'fares.txt', type: 'text/plain', content: 'The ferry of Brindle costs four crowns a head.\n' }] });
  const several = await mara.messageCommand('Add to library', m).response();
  await waitForCard(server, several, /to be looked at[^]+to be looked at/);
  keep('several', 'used Add to library', several);
  keep('list', 'used /library list', await mara.slash('library list').response());
  keep('list-de', 'used /library list', await mara.slash('library list', {}, { locale: 'de' }).response());
  keep('mydata', 'used /mydata', await mara.slash('mydata').response());
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', headless: true, args: ['--no-sandbox'] });
  const look = looks.phoneDark;
  const page = await browser.newPage({ viewport: { width: look.width, height: 844 } });
  for (const [name, message] of shown) {
    await page.setContent(renderPage([message], look));
    await page.locator('body').screenshot({ path: `/tmp/pics-${name}.png` });
  }
  await browser.close();
  await bot.close();
});
