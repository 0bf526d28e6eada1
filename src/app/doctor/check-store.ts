import { isSound, type ServerCheck, type StoreCheck } from '../../core/store/store-check.js';
import { isLoopback } from '../serve-settings.js';
import type { StoreSettings } from '../settings.js';
import { checkStore, describeStorePlace } from '../store/store-tools.js';
import { fail, failWith, pass, skip, warn, type Finding } from './finding.js';

/** Looks at the store; makes none where there is none. */
export async function checkStoreOf(settings: StoreSettings): Promise<Finding[]> {
  try {
    const place = describeStorePlace(settings);
    const check = await checkStore(settings);
    if (!check) return [skip('store', `none yet: the bot makes it when it starts (${place})`)];
    const server = check.server ? judgeServer(check.server, settings.databaseUrl) : [];
    if (Object.keys(check.rows).length > 0) return [...judge(check, place, settings), ...server];
    return [skip('store', `none yet: the bot makes it when it starts (${place})`), ...server];
  } catch (error) {
    return [failWith('store', error)];
  }
}

function judge(check: StoreCheck, place: string, { databaseUrl }: StoreSettings): Finding[] {
  const { schema, knownSchema, rows, integrity, foreignKeys } = check;
  if (schema === 0)
    return [
      fail('store', `${place} is a database of another program`, 'Set DATA_DIR or DATABASE_URL to another place.'),
    ];
  if (schema > knownSchema) {
    const detail = `${place} was written by a newer version (schema ${schema}, this version knows ${knownSchema})`;
    return [fail('store', detail, 'Update Verbatim.')];
  }
  if (!isSound(check)) {
    const faults = [...(integrity ?? []), ...foreignKeys];
    return [
      fail(
        'store',
        `${place} is damaged: ${faults.join('; ')}`,
        'Stop the bot and run "verbatim restore FILE --force" with a backup.',
      ),
    ];
  }
  const count = Object.values(rows).reduce((sum, each) => sum + each, 0);
  const update = schema < knownSchema ? `; brought to schema ${knownSchema} at the next start` : '';
  const proof = integrity === null ? 'the server does not let it be checked' : 'whole';
  const findings = [pass('store', `${place}: ${proof}, schema ${schema}, ${count.toLocaleString('en')} rows${update}`)];
  if (databaseUrl === null && check.journal !== 'wal') {
    const detail = `its journal is "${check.journal}", not a write-ahead log: is DATA_DIR on a network drive?`;
    findings.push(warn('store', detail, 'Set DATA_DIR to a folder on a disk of this machine.'));
  }
  if (!check.enforcesForeignKeys) {
    findings.push(warn('store', 'references between rows are not enforced', 'Switch foreign keys on in the server.'));
  }
  return findings;
}

/** What a PostgreSQL server says of itself. */
function judgeServer(server: ServerCheck, databaseUrl: string | null): Finding[] {
  const { version, lagMs, lackingRights, unsafeSettings, isEncrypted, vectorVersion } = server;
  const vector = vectorVersion === null ? 'without pgvector' : `with pgvector ${vectorVersion}`;
  const name = `PostgreSQL ${version} ${vector}`;
  const findings: Finding[] = [];
  if (lagMs === null) findings.push(pass('store server', name));
  else {
    const detail = `${name} is a standby, ${(lagMs / 1_000).toFixed(1)} s behind its primary server, and takes no writes`;
    findings.push(fail('store server', detail, 'Name the primary server in DATABASE_URL.'));
  }
  if (lackingRights.length > 0) {
    const advice = 'Make the user the owner of the schema and of its tables.';
    findings.push(fail('store rights', `the user lacks ${lackingRights.join(', ')}`, advice));
  }
  if (unsafeSettings.length > 0) {
    const detail = `the server may lose what it has acknowledged: ${unsafeSettings.join(', ')}`;
    findings.push(warn('store server', detail, 'Switch it on in postgresql.conf.'));
  }
  const host = databaseUrl === null ? '' : new URL(databaseUrl).hostname.replace(/^\[|\]$/g, '');
  if (!isEncrypted && host !== 'localhost' && !isLoopback(host)) {
    const advice = 'Add ?sslmode=verify-full to DATABASE_URL, unless the network between is your own.';
    findings.push(warn('store connection', 'it is not encrypted', advice));
  }
  return findings;
}
