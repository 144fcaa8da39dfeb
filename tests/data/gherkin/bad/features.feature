Feature: One
  Scenario: one
    Given one
Feature: Two
