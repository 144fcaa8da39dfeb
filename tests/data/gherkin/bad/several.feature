invalid line here

Feature: Several errors

  Scenario: minimal
    Given the minimalism

another invalid line here
