"""Turns answered questions into near misses: another kind is asked for ("When was the hall built?" – "Why was the hall built?"), another name,
number or day, or the opposite. A turned question is kept beside a text whose words deceive the reader: it still marks the answer to the
question before, which cannot answer this one. After the rules of Jia and Liang (2017, https://arxiv.org/abs/1707.07328) and Zhu et al. (2019,
https://arxiv.org/abs/1906.06045).

usage: turned.py BASE WEIGHTS DATA PLACES...
BASE     the folder with the encoder
WEIGHTS  of the reader that is to be deceived (safetensors)
DATA     gets turned.jsonl.gz
PLACES   what `node dist/training/read-places.js` prints
"""
import gzip
import json
import random
import re
import sys

import torch
from safetensors.torch import load_file
from transformers import AutoTokenizer

from measure import encode
from model import Reader
from texts import occurrences

ASKED = re.compile(r"^(when|where|why|how|what|who|whom|at what time|on which day|in which year|from when|until when|by when) (did|does|do|is|are|was|were|has|have|had|will|would|can|could|must|should|may|might) (?=\w)", re.I)
KINDS = {'when': 'when', 'at what time': 'when', 'on which day': 'when', 'in which year': 'when', 'from when': 'when', 'until when': 'when', 'by when': 'when',
         'where': 'where', 'why': 'why', 'how': 'how', 'what': 'what', 'who': 'who', 'whom': 'who'}
AMOUNT = re.compile(r"^how (much|many|long|far|old|often|big|tall|high|deep|wide|heavy) ", re.I)
OPPOSITES = [line.split() for line in """first last
open close
opens closes
opened closed
start end
starts ends
started ended
begin finish
begins finishes
before after
minimum maximum
most least
highest lowest
largest smallest
biggest smallest
longest shortest
oldest youngest
oldest newest
best worst
cheapest dearest
adults children
adult child
members visitors
member guest
summer winter
spring autumn
morning evening
indoor outdoor
inside outside
weekdays weekends
weekday weekend
north south
northern southern
east west
eastern western
upper lower
win lose
won lost
buy sell
bought sold
borrow lend
arrive leave
arrived left
arrives leaves
join leave
joined left
increase decrease
increased decreased
rise fall
rose fell
enable disable
enabled disabled
add remove
added removed
allowed forbidden
accepted rejected
approved rejected
passed failed
next previous
monthly yearly
weekly monthly
daily weekly
front back
upload download
import export
push pull
send receive
sent received
men women
man woman
mother father
wife husband
son daughter
brother sister
king queen
early late
earliest latest
oldest latest
import export
hot cold
warm cool
dry wet
full empty
full-time part-time
treasurer secretary
secretary chair
chair treasurer
president secretary
driver conductor
teacher pupil
doctor nurse
buyer seller
landlord tenant
host guest
author editor
red blue
green yellow
black white
breakfast dinner
lunch supper
bus train
car bicycle
dog cat
cows sheep
""".strip().split('\n')]
ANTONYM = {}
for x, y in OPPOSITES:
    ANTONYM.setdefault(x, []).append(y); ANTONYM.setdefault(y, []).append(x)
WEEK = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split()
MONTHS = 'January February March April May June July August September October November December'.split()
NUMBERS = 'two three four five six seven eight nine ten twelve'.split()
NAME = re.compile(r"(?<=[a-z,] )\b[A-Z][a-zà-ÿ'’-]+(?: [A-Z][a-zà-ÿ'’-]+)*")


def other_kinds(q):
    m = ASKED.match(q)
    if m:
        kind, verb, rest = KINDS[m[1].lower()], m[2].lower(), q[m.end():]
        if kind in ('what', 'who') and verb not in ('did', 'does', 'do'): return
        if kind == 'what' and re.search(r'\b(happen|mean|do|does|say|think|like|look|make)\b', rest): return
        for word in ('When', 'Where', 'Why', 'Who'):
            if KINDS[word.lower()] == kind: continue
            if word == 'Who' and (kind not in ('what',) or verb not in ('did', 'does', 'do')): continue
            yield f'{word} {verb} {rest}'
        return
    m = AMOUNT.match(q)
    if m and m[1].lower() in ('long', 'far', 'often', 'much'):
        rest = q[m.end():]
        if re.match(r"(did|does|do|is|are|was|were|has|have|had|will|would|can|could|must|should|may) ", rest, re.I):
            for word in random.sample(('When', 'Where', 'Why', 'How often', 'Who'), 2):
                if word.lower() == f'how {m[1].lower()}' or (word == 'Who' and m[1].lower() != 'much'): continue
                yield f'{word} {rest}'


def swapped(q, text, names):
    """Questions with one name, number, day or word of the text exchanged for another."""
    for m in NAME.finditer(q):
        name = m[0]
        if name not in text or name in WEEK or name in MONTHS: continue
        others = [n for n in names if len(n.split()) == len(name.split()) and not set(n.split()) & set(name.split()) and n not in q and n not in WEEK and n not in MONTHS]
        for other in random.sample(others, min(2, len(others))): yield q[:m.start()] + other + q[m.end():]
    for some in (WEEK, MONTHS, NUMBERS):
        for m in re.finditer(r'\b(' + '|'.join(some) + r')s?\b', q):
            if m[1] == 'May' and some is MONTHS: continue
            if m[1] not in text: continue
            other = random.choice([w for w in some if w not in text] or [None])
            if other: yield q[:m.start()] + other + q[m.start() + len(m[1]):]
    for m in re.finditer(r'\b\d+\b', q):
        if m[0] not in text: continue
        n = int(m[0]); other = str(max(1, n + random.choice((-3, -2, -1, 1, 2, 3, 10))))
        if other not in text and other != m[0]: yield q[:m.start()] + other + q[m.end():]
    for m in re.finditer(r'\b[\w-]+\b', q):
        for other in ANTONYM.get(m[0].lower(), []):
            if not re.search(r'\b' + other[:5], text, re.I): yield q[:m.start()] + other + q[m.end():]


@torch.no_grad()
def read(model, tokenizer, items):
    order = sorted(range(len(items)), key=lambda k: len(items[k]['c']))
    out = [None] * len(items)
    for at in range(0, len(order), 48):
        numbers = order[at:at + 48]
        ids, _, _, e = encode(tokenizer, [items[k] for k in numbers], 200, 'cpu')
        with torch.autocast('cpu', torch.bfloat16): s, t, y = model(**ids)
        s, t, y = s.float(), t.float(), y.float()
        for j, k in enumerate(numbers):
            here = torch.tensor([p == 1 for p in e.sequence_ids(j)])
            pairs = s[j].masked_fill(~here, -1e9)[:, None] + t[j].masked_fill(~here, -1e9)[None, :]
            one = torch.ones_like(pairs)
            pairs = pairs + (torch.triu(one) - 1) * 1e9 - torch.triu(one, 30) * 1e9
            first, last = divmod(int(pairs.argmax()), pairs.shape[1])
            out[k] = (float(pairs.max() - s[j, 0] - t[j, 0]) + 1.5 * float(y[j]), int(e['offset_mapping'][j][first][0]), int(e['offset_mapping'][j][last][1]))
    return out


if __name__ == '__main__':
    base, weights, data, *files = sys.argv[1:]
    random.seed(5)
    torch.set_num_threads(1)
    tokenizer = AutoTokenizer.from_pretrained(base)
    model = Reader(base)
    model.load_state_dict({k: v.float() for k, v in load_file(weights).items()})
    model.eval()
    rows, asked = [], set()
    for file in files:
        for line in open(file, encoding='utf8'):
            try: r = json.loads(line)
            except ValueError: continue  # still being written
            if not r['answers'] or r['question'] in asked: continue
            asked.add(r['question'])
            places = [(p['margin'] + 1.5 * p['answers'], p['text']) for p in r['places'] if occurrences(p['text'], r['answers'])]
            if not places or len(r['answers'][0]) < 4: continue
            text = max(places)[1]
            names = sorted({m[0] for p in r['places'] for m in NAME.finditer(p['text'])})
            gold = occurrences(text, r['answers'])
            for q, how in [(q, 'kind') for q in other_kinds(r['question'])] + [(q, 'word') for q in swapped(r['question'], text, names)]:
                rows.append({'q': q, 'c': text, 'a': [], 'gold': gold, 'from': r['question'], 'how': how})
    kept = []
    for r, (value, x, y) in zip(rows, read(model, tokenizer, rows)):
        on_gold = any(x < e and s < y for s, e in r['gold'])
        if value > -6 and on_gold: kept += [r] * (2 if value > 0 else 1)
        elif value <= -6 and random.random() < .15: kept.append(r)
    with gzip.open(f'{data}/turned.jsonl.gz', 'wt', encoding='utf8') as out:
        for r in kept: out.write(json.dumps({k: r[k] for k in ('q', 'c', 'a')}, ensure_ascii=False) + '\n')
    print(len(rows), 'made,', len(kept), 'kept,', sum(r['how'] == 'kind' for r in kept), 'of another kind')
    for r in random.sample(kept, min(30, len(kept))): print(r['how'], '|', r['from'], '|', r['q'], '|', [r['c'][s:e] for s, e in r['gold']][:1])
