   #   language   :   nl   
# Spaties overal
@een   @twee#drie # een opmerking
   # tussen de labels
	@vier
Functionaliteit:    Ruimte   

  Een beschrijving met *nadruk*:
  - en een lijst

	Achtergrond:   ook met naam
		Een beschrijving van de achtergrond.
		Gegeven   drie    blanco's	

  @vijf
  Regel: Met een beschrijving
    Die zegt wat er geldt.

    Achtergrond:
      Als er een tweede is

    @zes @een
    Abstract Scenario: $<prijs> \ <naam>
      Dan kost <naam> $<prijs>
        |<naam>|   <prijs>   |
        |      |             |
      # een opmerking tussen stappen
      Maar <onbekend> blijft

      @zeven
      Voorbeelden:   de eerste
        Ook deze beschrijving telt.
        |  naam  |prijs|
        | a\\    | \1  |
        # een opmerking tussen rijen
        | <prijs> | $0 |

      Voorbeelden:
        | prijs |
        | 3     |
