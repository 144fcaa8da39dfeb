# Begun from docs/orders.md#change-a-line. A TODO is what somebody decides: which steps say it, who has the
# task, what proves a rule. Remove what the feature is not to tell.
Feature: Change a line
  Orders are sent at night.

  Background:
    Given TODO: what holds before each scenario

  @cloud-a @cloud-b
  Scenario Outline: Change a line (2)
    When TODO: In the shop, go to the "<page>" page
    And TODO: If you have several, select one
    And TODO: select "Change"
    # You can do so twice.
    And TODO: Type a number
    And TODO: Type 3 in the "Count" box, select "Check", and then "Save"
    Then TODO: The line shows "3 pieces"
    # All orders, for cloud-a: https://go.example.com/?linkid=1
    # Mine, for cloud-b: https://go.example.com/?linkid=2

    @cloud-a
    Examples:
      | page                |
      | Orders > All orders |

    @cloud-b
    Examples:
      | page          |
      | Orders > Mine |
