{% if monikers | length > 1 %}
# The tags are the {{ versions }} that have this task: remove the others. Without a tag, all {{ versions }} are meant.
@{{ monikers | join(" @") }}
{% endif %}
{{ feature }}: TODO: {{ title }}
  TODO: what the reader gets done here, and when.

  {{ background }}:
    {{ given }} TODO: what holds before each scenario

{% if monikers | length > 1 %}
  # A scenario under the feature is a procedure: its steps are the page's numbered steps. {{ versions | capitalize }} that differ by a value
  # share one, with Examples for each; {{ versions }} that differ by their steps have one each.
{% else %}
  # A scenario under the feature is a procedure: its steps are the page's numbered steps.
{% endif %}
  {{ scenario_outline if monikers | length > 1 else scenario }}: TODO: the task, or the way that this scenario shows
    {{ given }} TODO: what the reader needs first
    {{ when }} TODO: what the reader does, with "{{ "<value>" if monikers | length > 1 else "value" }}"
    {{ then }} TODO: what the reader sees at the end
{% for moniker in monikers if monikers | length > 1 %}

    @{{ moniker }}
    {{ examples }}:
      | value |
      | TODO  |
{% endfor %}

  # A rule holds around the procedures: the page shows it as a note, and the scenarios below it as its proof.
  {{ rule }}: TODO: what the reader should know
    TODO: why it is so, and what the reader can do.

    {{ scenario }}: TODO: a case that proves the rule
      {{ given }} TODO: what holds in this case
      {{ when }} TODO: what is done
      {{ then }} TODO: what is shown, or refused
