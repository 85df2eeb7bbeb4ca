# The verbs of the project. `make serve` and `make test` set up what they need, once.
CACHE ?= $(HOME)/.cache/waymark
export CARGO_TARGET_DIR ?= $(CACHE)/target
# Where the tests look for axe-core and the like.
export WAYMARK_NPM ?= $(CACHE)/$(shell .ci/npm-folder)/node_modules
# No look-up of newer versions on the network.
export TRUNK_SKIP_VERSION_CHECK := true
# Random inputs, the same ones every time; `make soak` takes new ones.
export PROPTEST_RNG_SEED ?= 1
# The tests say in words what went wrong.
export RUST_LIB_BACKTRACE := 0
export PATH := $(CACHE)/tools/bin:$(HOME)/.cargo/bin:$(PATH)

JOURNEYS := cargo run --quiet --locked -p journeys --bin
PORT ?= 8080
# How long `make soak` fuzzes each parser.
FUZZ_SECONDS ?= 60

.PHONY: help serve dev test soak simulate check build reproduce bench lighthouse screenshots clean tools browsers

help: ## show these verbs
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' $(MAKEFILE_LIST) | expand -t 14

serve: build ## build the release and serve it, with its policy headers
	@$(JOURNEYS) serve -- dist $(PORT)

dev: tools ## serve a debug build that follows every change
	@.ci/join-styles # Trunk asks for the folder it ignores
	@trunk serve --locked

test: check browsers ## everything: check, host tests, docs, Lighthouse, and the journeys in three browsers
	@if command -v cargo-nextest >/dev/null; then \
		cargo nextest run --locked --status-level fail; else cargo test --quiet --locked --lib --bins --tests; fi
	@cargo test --quiet --locked --doc
	@RUSTDOCFLAGS="-D warnings" cargo doc --quiet --locked --no-deps
	@$(JOURNEYS) lighthouse
	@if command -v cargo-nextest >/dev/null; then \
		cargo nextest run --locked -p journeys --profile journeys; else \
		cargo test --quiet --locked -p journeys --no-fail-fast -- --test-threads=2; fi

soak: build browsers ## the long form of journeys and random inputs, and a fuzzer; prints their numbers
	@.ci/fuzz $(CACHE) $(FUZZ_SECONDS)
	@env -u PROPTEST_RNG_SEED PROPTEST_CASES=2000 cargo test --quiet --locked --lib
	@WAYMARK_SOAK=1 cargo test --quiet --locked -p journeys --test crash --test tabs -- --nocapture --test-threads=1

simulate: ## live through a million acts of bad luck (WAYMARK_ACTS, WAYMARK_SEED); prints what was found
	@cargo test --quiet --locked --lib store::simulator::simulate -- --ignored --nocapture

check: build ## format, lints, direction of imports, leftovers, language, dependencies, size budget
	@cargo fmt --all --check
	@cargo clippy --quiet --locked --workspace --all-targets -- -D warnings
	@cargo clippy --quiet --locked --target wasm32-unknown-unknown -- -D warnings
	@.ci/leftovers
	@.ci/deny
	@cargo test --quiet --locked --test architecture --test language --test dependencies
	@$(JOURNEYS) sizes -- --check

build: tools ## the release, in dist/
	@.ci/build

reproduce: tools ## build HEAD twice in different folders, and compare every file; long
	@.ci/reproduce $(CACHE)

bench: build browsers ## bytes of the first use, and what a tap and a start cost
	@$(JOURNEYS) sizes
	@$(JOURNEYS) bench

lighthouse: build browsers ## accessibility, best practices and SEO as Lighthouse sees them on a phone: 100, or it fails
	@$(JOURNEYS) lighthouse

screenshots: build browsers ## draw the pictures of the README
	@$(JOURNEYS) screenshots

clean: ## remove what was built (the cached tools stay)
	@rm -rf dist style/joined $(CARGO_TARGET_DIR)

tools:
	@.ci/install-tools $(CACHE)

browsers: tools
	@.ci/install-browsers $(CACHE)
