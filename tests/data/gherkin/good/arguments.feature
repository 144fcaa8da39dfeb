Feature: Tables and doc strings

  Scenario Outline: All there is
    Given a doc string with a media type
      """json
      {"a": <value>}
      """
    And one with other quotes
      ```
        it keeps its indent,
      and """ too
      ```
    And an escaped one
      """
      \"\"\"
      """
    And a table
      | a \| pipe | a \\ backslash | a \n line |
      |           | <value>       | é        |
    And both
      | one | two |
      """text/<value>
      three
      """

    Examples:
      | value | unused |
      | 1     | x      |
      | 2     |        |
