"""Puts questions beside the windows of other texts that share the most telling words with them, and do not answer.

usage: foreign.py DATA
DATA  the folder that data.py has written; gets foreign.jsonl.gz
"""
import collections
import gzip
import json
import math
import random
import re
import sys

from texts import blank_markup, covering_windows

data, = sys.argv[1:]
random.seed(1)


def load(name):
    with gzip.open(f'{data}/{name}.jsonl.gz', 'rt', encoding='utf8') as f:
        return [json.loads(line) for line in f]


def words_of(text):
    return set(re.findall(r'[a-z0-9]{3,}', text.lower()))


rows = [r for r in load('community') if r['part'] == 'train'] + load('articles')
texts = list(dict.fromkeys(r['c'] for r in rows))
number = {text: i for i, text in enumerate(texts)}
windows = [(i, text[x:y], words_of(text[x:y])) for i, text in enumerate(texts) for x, y in covering_windows(text, 75)]
holding = collections.defaultdict(list)
for k, (_, _, words) in enumerate(windows):
    for word in words: holding[word].append(k)
weight = {word: math.log(1 + len(windows) / len(held)) for word, held in holding.items()}
with gzip.open(f'{data}/foreign.jsonl.gz', 'wt', encoding='utf8') as out:
    for r in rows:
        if random.random() < .35: continue
        shared = collections.Counter()
        for word in words_of(r['q']):
            if word in holding and len(holding[word]) < len(windows) * .2:
                for k in holding[word]: shared[k] += weight[word]
        answers = [r['c'][s:e].lower() for s, e in r['a']]
        kept = 0
        for k, _ in shared.most_common(12):
            i, text, _ = windows[k]
            if i == number[r['c']] or any(a in text.lower() for a in answers if len(a) > 2): continue
            out.write(json.dumps({'q': r['q'], 'c': blank_markup(text) if random.random() < .5 else text, 'a': []}) + '\n')
            kept += 1
            if kept == 2: break
