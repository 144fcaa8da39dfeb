# language: nl
Functionaliteit: Een merkteken vooraan
  Scenario: Het telt niet mee
    Stel dat het bestand ermee begint
