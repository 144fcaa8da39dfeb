#language: none-of-this-name
Feature: Language
