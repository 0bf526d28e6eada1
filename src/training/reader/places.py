"""Makes training windows of the places that the program reads for questions: those that deceive the reader are drawn most often.

usage: places.py DATA PLACES...
DATA    the folder that data.py has written; gets places.jsonl.gz
PLACES  what `node dist/training/read-places.js` prints: questions of texts that answer them or come near, and questions of other texts
"""
import gzip
import json
import random
import sys

from texts import occurrences

data, *files = sys.argv[1:]
random.seed(2)
SHORTEST = 4  # "two" stands in many places that do not answer
rows = []
for file in files:
    for line in open(file, encoding='utf8'):
        r = json.loads(line)
        for place in r['places']:
            value = place['margin'] + 1.5 * place['answers']
            spans = occurrences(place['text'], r['answers'])
            if spans and len(r['answers'][0]) < SHORTEST: continue
            if spans: times = 2
            elif place['margin'] > 0: times = 2 if r['answers'] else 4
            elif value > -6: times = 1 if r['answers'] else 2
            else: times = int(random.random() < .22)
            rows += [{'q': r['question'], 'c': place['text'], 'a': spans}] * times
with gzip.open(f'{data}/places.jsonl.gz', 'wt', encoding='utf8') as out:
    for r in rows: out.write(json.dumps(r, ensure_ascii=False) + '\n')
print(len(rows), 'rows,', sum(not r['a'] for r in rows), 'not answered')
