"""Which numbers are amounts, by the unit after them: a hyphen before one is a minus (« -5 % », « -2 à -3 degrés »).

Other numbers count, order or date something (« -3 communes », « -2e axe », « -2015 : une charte »): the hyphen before
them is a bullet.
"""

_NUMBER = r"\d[\d\s.,]*"
_RANGE = rf"{_NUMBER}(?:(?<=\s)(?:à|ou|et|to|or|and)\s+[-−]?{_NUMBER})?"
# Lower-case words of one or two letters are units (« ha », « km », « t »), except those that say what follows, and the
# endings of « 1er » and « 2e ».
_NO_UNIT = r"(?:à|au|de|du|en|et|ou|par|to|of|or|in|er|re|e|nd|st|rd|th)\b|[a-z]['’]"
_UNITS = (
    r"[a-z]{1,2}[²³23]?|pour ?cent|percent|degrés?|degrees?|points?|pts?|millions?|milliards?|billions?|euros?|ans"
    r"|years?|hectares?|tonnes?|mètres?|[kMGT]?Wh?|dB|ppm"
)
# A number and its unit, as a regular expression.
AMOUNT = rf"{_RANGE}(?:[%‰°€$]|[kMG]€|(?!{_NO_UNIT})(?:{_UNITS})(?!\w))"
