"""The mean of several weights, which often reads better than each of them ("model soup", Wortsman et al. 2022, arXiv:2203.05482).

usage: average.py OUT model.safetensors...
"""
import sys

from safetensors.torch import load_file, save_file

out, *paths = sys.argv[1:]
models = [load_file(path) for path in paths]
save_file({k: (sum(m[k].float() for m in models) / len(models)).half().contiguous() for k in models[0]}, out)
