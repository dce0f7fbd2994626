#!/bin/bash
cd .; export PYTHONPATH=$PWD
P=.venv/bin/python
timeout 200 $P -m pytest -q --no-header -p no:cacheprovider tests/test_architecture.py tests/widgets/test_ask_in_words.py tests/runs/test_export.py tests/test_words.py tests/test_metrics.py tests/test_benchmarks.py tests/plots/test_words.py tests/runs/test_recorded.py tests/book/test_bibliography.py -k "architecture or room or bibliography or print_alike or ask_in_words or words or counted or panel or attention or recorded_run or captions or share" --tb=short > ch12_unit2.out 2>&1
timeout 240 $P -m pytest -q --no-header -p no:cacheprovider tests/browser/widgets/test_ask_in_words.py --tb=short > ch12_brow2.out 2>&1
timeout 100 $P look12b.py > ch12_look.out 2>&1
timeout 200 .venv/bin/mypy > ch12_mypy.out 2>&1
