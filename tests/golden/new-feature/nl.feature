# language: nl
# Written by porspec sync from features/en/keep-partner.feature (d2a079f5e96c). To keep an edit, run: porspec sync --from nl
# The tags are the clouds that have this task: remove the others. Without a tag, all clouds are meant.
@o365-worldwide @o365-germany @o365-21vianet
Functionaliteit: TODO: keep partner
  TODO: what the reader gets done here, and when.

  Achtergrond:
    Stel TODO: what holds before each scenario

  # A scenario under the feature is a procedure: its steps are the page's numbered steps. Clouds that differ by a value
  # share one, with Examples for each; clouds that differ by their steps have one each.
  Abstract Scenario: TODO: the task, or the way that this scenario shows
    Stel TODO: what the reader needs first
    Als TODO: what the reader does, with "<value>"
    Dan TODO: what the reader sees at the end

    @o365-worldwide
    Voorbeelden:
      | value |
      | TODO  |

    @o365-germany
    Voorbeelden:
      | value |
      | TODO  |

    @o365-21vianet
    Voorbeelden:
      | value |
      | TODO  |

  # A rule holds around the procedures: the page shows it as a note, and the scenarios below it as its proof.
  Regel: TODO: what the reader should know
    TODO: why it is so, and what the reader can do.

    Scenario: TODO: a case that proves the rule
      Stel TODO: what holds in this case
      Als TODO: what is done
      Dan TODO: what is shown, or refused
