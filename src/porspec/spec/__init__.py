"""The meaning of the sources: step definitions, the step catalogue, features bound and narrowed, variants run.

What comes in are values of `sources` and the imported steps package; what goes out is a Spec, and the Traces of its
variants. Imports `sources`; `fixtures` alone knows pytest, with names that it does not promise, for worlds that take
its fixtures. Others use: definitions (Definition, Label, and the grammar of placeholders: fields,
split_at_placeholders, without_placeholders), invariants (Invariant), worlds (World, and LiveWorld: where worlds are
made and ended), bindings (what is bound, `differences` of two languages), step_catalogue (StepCatalogue binds and
phrases), loader (Loader, for the text of one feature), misread, spec (`load`, Spec, Variant, and `planned`: the
variants that `porspec run` takes), runner (Trace, `run_all`), report, shards (parts of what runs), and known and traces
(what need not be loaded, or run, again after an edit).
"""
