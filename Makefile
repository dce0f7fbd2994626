# make book    build the book and print the page to open
# make test    check everything: style, types, library, chapters, built pages
# Every target makes .venv when it is missing, with the versions of constraints.txt.

PYTHON ?= python3
VENV ?= .venv
CONSTRAINTS ?= constraints.txt# CONSTRAINTS= for the newest releases of everything
JOBS ?= 2
PORT ?= 8000
# For `make colab`: Colab's Python, and another torch than Colab's where that cannot be had.
COLAB_PYTHON ?= python3.13
COLAB_TORCH ?=

# The pinned torch has no build for later ones.
ifeq ($(CONSTRAINTS),)
newest_python := (3, 99)
pythons := 3.11 or newer
else
newest_python := (3, 14)
pythons := 3.11 to 3.14
endif

bin := $(VENV)/bin
installed := $(VENV)/.installed
index := _build/html/index.html
CHAPTERS ?= $(sort $(wildcard book/[0-9][0-9]-*.ipynb book/appendix-*.ipynb))
sources := _config.yml _toc.yml $(wildcard book/*.ipynb book/*.md book/*/*.md book/*.bib book/_static/* \
  book/_ext/* book/vendor/* book/vendor_assets.py book/check_build.py book/results/*/* \
  book/results/*/*/* ddimlib/*.py ddimlib/*/*.py ddimlib/*/*.json ddimlib/static/* \
  ddimlib/static/built/*)

# One thread per process and no GPU: the tests run in $(JOBS) processes, and the numbers stored in the
# chapters were computed so; with other threads their last digits may change.
as_stored := OMP_NUM_THREADS=1 MKL_NUM_THREADS=1 CUDA_VISIBLE_DEVICES= PYDEVD_DISABLE_FILE_VALIDATION=1

.DELETE_ON_ERROR:
.PHONY: help install book pdf track slides serve check test colab colab-library current-sphinx figures runs page-table mutants lint format notebooks \
  clean distclean

help:
	@echo "make book       build the book and print the page to open"
	@echo "make pdf        the book as one PDF (needs Chromium)"
	@echo "make track      run the solved notebook of Build DDIM again, and take its solutions out"
	@echo "make slides     slides for a course, as a page and a PDF (needs Chromium)"
	@echo "make check      style, types and the fast tests, in under a minute"
	@echo "make test       style, types, library, chapters (nbval), built pages"
	@echo "make colab      the chapters in an imitation of Colab (or CHAPTERS=book/...); colab-library:"
	@echo "                the library's own tests there"
	@echo "make serve      build the book and serve it on http://localhost:$(PORT)"
	@echo "make notebooks  run every chapter again and store its outputs (or CHAPTERS=book/...)"
	@echo "make figures    bundle the scripts of the moving figures again, after a change to one"
	@echo "make page-table measure every built page in a browser; keep book/results/pages/pages.md"
	@echo "make runs       make the runs of chapter 11, or go on with them (RUNS='--minutes 9')"
	@echo "make mutants    plant slips in the taught modules; do their tests notice? (hours)"
	@echo "make install    make $(VENV) only; make current-sphinx builds with the newest Sphinx"
	@echo "make lint       style and types only; make format mends the style"
	@echo "make clean      remove what was built; make distclean removes $(VENV) too"

install: $(installed)

# torch comes first and alone, so that no other package's range picks a build of it.
$(installed): pyproject.toml $(CONSTRAINTS)
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= $(newest_python))' || { \
	  echo "Python $(pythons) is needed, and $(PYTHON) is not it. Name one: make PYTHON=python3.12"; exit 1; }
	@$(bin)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV) || { \
	  echo "$(PYTHON) cannot make $(VENV): on Debian and Ubuntu, apt install python3-venv"; exit 1; }
	$(bin)/python -m pip install --quiet "$$(grep -h '^torch==' /dev/null $(CONSTRAINTS) || echo torch)"
	$(bin)/python -m pip install --quiet $(addprefix -c ,$(CONSTRAINTS)) -e ".[train,export,book,test]"
	@echo "$(CONSTRAINTS)" > $@

# All pages, since each shows the table of contents. Warnings are errors, and the check catches a build that says it succeeded and left no pages.
$(index): $(installed) $(sources)
	@rm -f $@
	$(bin)/python book/vendor_assets.py
	$(bin)/jupyter-book build . --all -W --keep-going
	$(bin)/python book/check_build.py

book: $(index)
	@echo "Open $(abspath $(index))"

serve: book
	$(bin)/python -m http.server $(PORT) --bind 127.0.0.1 --directory _build/html

lint: $(installed)
	$(bin)/ruff check .
	$(bin)/ruff format --check .
	$(bin)/mypy

format: $(installed)
	$(bin)/ruff check --fix .
	$(bin)/ruff format .

# What a change is checked by while one works: in under a minute on two idle cores.
check: lint
	$(as_stored) $(bin)/python -m pytest tests -m "not slow and not browser" -q \
	  -n $(JOBS) --dist loadfile --no-loadscope-reorder

test: lint $(index)
	$(as_stored) $(bin)/python -m pytest tests $(CHAPTERS) \
	  --nbval --nbval-current-env --nbval-sanitize-with book/nbval_sanitise.cfg \
	  -n $(JOBS) --dist loadfile --no-loadscope-reorder

# Slips planted in the taught modules, one at a time: do the modules' tests notice? Hours on two
# cores; interrupted, it goes on. MUTANTS="ddimlib.samplers.*" for some of them.
mutants: $(installed)
	$(bin)/python -m pip install --quiet "mutmut==3.8.1"
	$(as_stored) $(bin)/mutmut run --max-children $(JOBS) $(MUTANTS)
	$(bin)/mutmut results
	$(bin)/mutmut export-cicd-stats
	@cat mutants/mutmut-cicd-stats.json

figures: $(installed)
	$(bin)/python book/bundle_figures.py

# The chapters' copies in an imitation of Colab: its versions, and ddimlib from GitHub's archive.
colab: $(installed)
	$(as_stored) $(bin)/python book/colab_imitation.py --python $(COLAB_PYTHON) \
	  --torch "$(COLAB_TORCH)" $(CHAPTERS)

# The library's own tests there.
colab-library: $(installed)
	$(as_stored) $(bin)/python book/colab_imitation.py --python $(COLAB_PYTHON) \
	  --torch "$(COLAB_TORCH)" --library $(JOBS)

# The book as one file for paper, printed by Chromium.
pdf: $(index)
	$(bin)/python book/make_pdf.py

# The track's notebook with solutions run again, and the one with gaps made from it.
track: $(installed)
	DDIMLIB_STILLS=1 $(as_stored) $(bin)/python book/run_chapters.py book/build-ddim-solved.ipynb
	$(bin)/python book/make_gaps.py

# Slides for a course, from book/slides.md and the chapters' figures; beside the built pages.
slides: $(index)
	$(bin)/python book/make_slides.py

# The same book through the newest Sphinx, in an environment of its own.
current-sphinx: $(installed)
	$(bin)/python book/current_sphinx.py

# One visit a page: bytes, requests outside, console errors, accessibility, first interaction.
page-table: $(index)
	$(as_stored) $(bin)/python -m pytest tests/browser/test_pages.py -k test_no_error_on_the_console
	mkdir -p book/results/pages
	cp _build/screenshots/pages.md book/results/pages/pages.md

notebooks: $(installed)
	DDIMLIB_STILLS=1 $(as_stored) $(bin)/python book/run_chapters.py $(CHAPTERS)

# The runs of chapter 11 and the classifier: days on a CPU, an hour on a GPU; again to go on. RUNS="--minutes 9"
runs: $(installed)
	$(bin)/ddimlib book $(RUNS)

clean:
	rm -rf _build third_party dist mutants .pytest_cache .mypy_cache .ruff_cache .hypothesis

distclean: clean
	rm -rf $(VENV)
