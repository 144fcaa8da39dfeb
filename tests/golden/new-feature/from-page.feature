# Begun from docs/orders.md. A TODO is what somebody decides: which steps say it, who has the task, what
# proves a rule. Remove what the feature is not to tell.
Feature: Change your orders
  You can change an order **until it is sent**. It takes a day.

  Background:
    Given TODO: what holds before each scenario

  @cloud-a @cloud-b
  Scenario Outline: Change a line
    Orders are sent at night.

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

  @cloud-a @cloud-b
  Scenario: Cancel an order
    When TODO: Go to "Orders > Cancel"
    Then TODO: You'll see a message

  @cloud-c
  Rule: Orders are sent at night

    Scenario: TODO: a case that proves it, Change a line
      Given TODO: what holds in this case
      When TODO: what is done
      Then TODO: what is shown, or refused

  @cloud-c
  Rule: Nobody can cancel an order here
    Ask [support](https://support.example.com) | by telephone.

    Scenario: TODO: a case that proves it, Cancel an order
      Given TODO: what holds in this case
      When TODO: what is done
      Then TODO: what is shown, or refused

  # "Related" has links only: they are the ways on of [tool.porspec.next].
