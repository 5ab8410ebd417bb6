# fenjie: `make` lists the targets. `make demo` and `make test` do all the set-up they need.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup setup-tests build demo pipelines test test-release check lint imports documents conformance check-sanitize fuzz \
    format bench bench-peers install clean

PREFIX ?= /usr/local
DESTDIR ?=
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
PACKAGES := libxlsxwriter-dev zlib1g-dev libisal-dev libssl-dev pkg-config
TEST_PACKAGES := python3 python3-openpyxl parallel
RELEASE := -c release --static-swift-stdlib --product fenjie
IMPORTS := --explicit-target-dependency-import-check error
FENJIE := .build/release/fenjie

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# Installs those of the packages $(1) that are missing.
define install_packages
	@missing=$$(for package in $(1); do \
	    dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || echo $$package; done); \
	if [ -n "$$missing" ]; then \
	    echo "installing:" $$missing; \
	    $(SUDO) apt-get update -qq && \
	    $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	fi
endef

setup: ## install the Debian packages that are missing
	$(call install_packages,$(PACKAGES))

setup-tests: setup ## install what the tests need beside that
	$(call install_packages,$(TEST_PACKAGES))

build: setup ## build the program: .build/release/fenjie
	swift build $(RELEASE)

demo: build ## the main job on examples/, results in out/
	@examples/demo.sh $(FENJIE)

pipelines: build ## the pipelines of examples/, results in out/pipelines/
	@for name in distribute departments returned; do \
	    echo "== $$name"; $(FENJIE) run examples/pipelines/$$name.json --force || exit; done

# The tests that failed once more at the end, where they are seen. $(1): the options of `swift test`.
define run_tests
	@log=$$(mktemp); trap 'rm -f "$$log"' EXIT; set -o pipefail; echo "swift test $(1)"; \
	swift test $(1) 2>&1 | tee "$$log" || { \
	    status=$$?; echo; echo "what failed:"; grep -a -A 3 -E '✘ Test .*recorded an issue|(error|fatal error): ' "$$log" | head -60; \
	    exit $$status; }
endef

test: setup-tests ## run all tests
	$(call run_tests)

# In a folder of its own: the tests are built with other flags than the program, and one would undo the other.
test-release: setup-tests ## run all tests, optimised
	$(call run_tests,-c release --scratch-path .build-release)

lint: ## check the format of the sources
	swift format lint --strict --recursive --parallel Package.swift Sources Tests templates

imports: setup ## build with a check that every import is declared
	swift build $(IMPORTS)

documents: build setup-tests ## check that the documents say what the program does
	@python3 Tests/Scripts/check_documents.py $(FENJIE) README.md README.zh-CN.md

conformance: build setup-tests ## score the program on the shared corpora, where they are there
	@python3 Tests/Conformance/check.py $(FENJIE)

check: lint imports test test-release documents conformance ## everything a change must pass

# Each sanitizer in a folder of its own. Leaks are looked for where inputs are hostile: `fuzz.py --address`.
# The program under test has another PATH, and without names nothing could be suppressed.
SYMBOLIZER = $$(dirname $$(readlink -f $$(command -v swift)))/llvm-symbolizer
check-sanitize: setup-tests ## run all tests with the address and the thread sanitizer
	ASAN_OPTIONS=detect_leaks=0 swift test --sanitize=address --scratch-path .build-asan
	TSAN_OPTIONS=halt_on_error=1:suppressions=$(CURDIR)/Tests/Sanitizers/thread.txt:external_symbolizer_path=$(SYMBOLIZER) \
	    swift test --sanitize=thread --scratch-path .build-tsan

SECONDS ?= 60
fuzz: setup ## feed made-up inputs to all readers, SECONDS=60 in total
	@python3 Tests/Fuzz/fuzz.py --seconds $(SECONDS)

format: ## format the sources
	swift format --in-place --recursive --parallel Package.swift Sources Tests templates

bench: build setup-tests ## measure against bare C on the same library
	@python3 Tests/Benchmarks/bench.py $(FENJIE)
	@python3 Tests/Benchmarks/batch.py $(FENJIE) --files 200 2000

bench-peers: build setup-tests ## measure against other programs, installed into .build-peers
	@python3 Tests/Benchmarks/install_peers.py
	@python3 Tests/Benchmarks/bench.py $(FENJIE) --peers --table Tests/Benchmarks/RESULTS.md

install: build ## install into DESTDIR/PREFIX
	install -D -m 755 $(FENJIE) $(DESTDIR)$(PREFIX)/bin/fenjie
	install -d $(DESTDIR)$(PREFIX)/share/fenjie/templates
	install -m 644 templates/*.json $(DESTDIR)$(PREFIX)/share/fenjie/templates

clean: ## remove what was built
	rm -rf .build .build-release .build-asan .build-tsan .build-fuzz .build-peers out
