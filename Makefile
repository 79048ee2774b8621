# The commands people type. Each is a task of bootstrap.py, which needs nothing but Python: `python3 bootstrap.py test`.
PYTHON ?= python3
.DEFAULT_GOAL := help
.PHONY: help explainer test test-long cover lint accuracy drill bench goldens docs docs-site lock clean

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

explainer: ## set up, then make the first story's pages in outputs/
	@$(PYTHON) bootstrap.py explainer

test: ## set up, then run every test (the ones that open pages too)
	@$(PYTHON) bootstrap.py test

test-long: ## the tests that take minutes: kills at random moments, many environments
	@$(PYTHON) bootstrap.py test-long

cover: ## run the tests and list the lines they miss
	@$(PYTHON) bootstrap.py cover

lint: ## check style, formatting and strict types
	@$(PYTHON) bootstrap.py lint

accuracy: ## how well the annotated reports are read; fails below tests/floors.toml
	@$(PYTHON) bootstrap.py accuracy

drill: ## sow 500 faults into the first story; fails where fewer than 97 in 100 are caught, a floor only raised
	@$(PYTHON) bootstrap.py drill

bench: ## how well and how fast others read the same reports; a run beside the plain papermill and nbconvert
	@$(PYTHON) bootstrap.py bench

goldens: ## take the pictures of the pages anew (tests/explaining/goldens); look at each one that changed
	@$(PYTHON) bootstrap.py goldens

docs: ## write docs/commands.md and docs/story_toml.md from the program itself
	@$(PYTHON) bootstrap.py docs

docs-site: ## build the documentation as a site, in site/
	@$(PYTHON) bootstrap.py docs-site

lock: ## resolve requirements/*.txt and environment.yml afresh
	@$(PYTHON) bootstrap.py lock

clean: ## remove the environment, caches and workspaces
	@$(PYTHON) bootstrap.py clean
