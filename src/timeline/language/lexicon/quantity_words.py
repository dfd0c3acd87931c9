"""Words that quantities are written with: scales, currencies, measures, hedges."""

from __future__ import annotations

from timeline.language.lexicon.words import words

PARTS = words("a an one two three four five seven nine")
"""How many of the shares of a whole are a part of it."""
ABBREVIATED_SCALES = {
    "mln": 10**6, "bln": 10**9, "trn": 10**12, "mil": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12, "lakh": 10**5,
    "crore": 10**7, "gazillion": 10**12,
}  # fmt: skip
"""Behind digits, with a blank before them or without."""
ATTACHED_SCALES = {"k": 1_000, "m": 10**6, "b": 10**9, "t": 10**12}
"""Right behind digits: ``$2.7m``, ``80k``."""
VAGUE = {
    "tens of thousands": 20_000, "hundreds of thousands": 200_000, "tens of millions": 2 * 10**7,
    "hundreds of millions": 2 * 10**8, "tens of billions": 2 * 10**10, "hundreds of billions": 2 * 10**11,
    "several dozen": 24, "several hundred": 200, "several thousand": 2_000, "several million": 2 * 10**6,
    "several billion": 2 * 10**9, "a few dozen": 24, "a few hundred": 200, "a few thousand": 2_000,
    "a few million": 2 * 10**6, "a few billion": 2 * 10**9, "few hundred": 200, "few thousand": 2_000, "dozens": 24,
    "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2 * 10**6, "billions": 2 * 10**9,
    "trillions": 2 * 10**12,
}  # fmt: skip
"""Numbers that only say how many there are at least."""
SHARES = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5,
    "fifths": 5, "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10,
}  # fmt: skip
"""Parts of a whole, by what it is divided by."""

CURRENCY_SIGNS = {
    "$": "USD", "us$": "USD", "$us": "USD", "a$": "AUD", "au$": "AUD", "$a": "AUD", "c$": "CAD", "ca$": "CAD",
    "hk$": "HKD", "nz$": "NZD", "s$": "SGD", "nt$": "TWD", "r$": "BRL", "mx$": "MXN", "£": "GBP", "€": "EUR",
    "¥": "JPY", "₹": "INR", "₽": "RUB", "₪": "ILS", "₩": "KRW", "₺": "TRY", "₴": "UAH", "rm": "MYR", "rs": "INR",
    "rs.": "INR", "re": "INR",
}  # fmt: skip
"""Before a number, in lower case; a blank may stand in them."""
CURRENCY_CODES = words(
    """usd eur gbp jpy inr cny rmb cad aud nzd chf hkd sgd myr krw rub uah try brl mxn zar sek nok dkk pln huf czk ils
    sar aed qar egp ngn kes ghs php idr thb vnd pkr bdt twd ars clp cop"""
)
"""Before or behind a number, in capitals."""
CODE_NAMES = {"rmb": "CNY"}
CURRENCY_WORDS = {
    "dollar": "USD", "dollars": "USD", "dlrs": "USD", "bucks": "USD", "euro": "EUR", "euros": "EUR", "sterling": "GBP",
    "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rupee": "INR", "rupees": "INR", "ruble": "RUB", "rubles": "RUB",
    "rouble": "RUB", "roubles": "RUB", "forint": "HUF", "forints": "HUF", "franc": "CHF", "francs": "CHF",
    "shekel": "ILS", "shekels": "ILS", "won": "KRW", "hryvnia": "UAH", "hryvnias": "UAH", "zloty": "PLN",
    "zlotys": "PLN", "kronor": "SEK", "krona": "SEK", "kroner": "NOK", "krone": "NOK", "reais": "BRL", "rand": "ZAR",
    "ringgit": "MYR", "baht": "THB", "naira": "NGN", "riyals": "SAR", "dirhams": "AED", "lira": "TRY", "rupiah": "IDR",
    "pesos": "peso", "peso": "peso", "cent": "cent", "cents": "cent", "pence": "penny", "penny": "penny",
    "sen": "sen",
}  # fmt: skip
"""Behind a number, and the currency or its coin."""
NATIONAL_DOLLARS = {
    "us": "USD", "u.s.": "USD", "american": "USD", "canadian": "CAD", "australian": "AUD", "singapore": "SGD",
    "zealand": "NZD", "kong": "HKD",
}  # fmt: skip
"""Before ``dollars``: whose."""

_MEASURES = {
    "mile": "mile miles mi", "kilometre": "kilometre kilometres kilometer kilometers km kms",
    "metre": "metre metres meter meters", "centimetre": "centimetre centimetres centimeter centimeters cm",
    "millimetre": "millimetre millimetres millimeter millimeters mm", "micrometre": "micron microns μm µm",
    "nanometre": "nanometre nanometres nanometer nanometers nm", "foot": "foot feet ft", "inch": "inch inches",
    "yard": "yard yards", "nautical mile": "nmi", "light-year": "light-year light-years", "acre": "acre acres",
    "hectare": "hectare hectares ha", "square metre": "sqm m2 m²", "square kilometre": "sqkm km2 km²",
    "square foot": "sqft ft2", "pound": "pound pounds lb lbs", "ounce": "ounce ounces oz",
    "kilogram": "kilogram kilograms kilo kilos kg kgs", "gram": "gram grams g",
    "milligram": "milligram milligrams mg", "microgram": "microgram micrograms mcg", "ton": "ton tons",
    "tonne": "tonne tonnes", "megaton": "megaton megatons", "kiloton": "kiloton kilotons",
    "gigaton": "gigaton gigatons gigatonnes", "carat": "carat carats", "barrel": "barrel barrels",
    "gallon": "gallon gallons", "litre": "litre litres liter liters l",
    "millilitre": "millilitre millilitres milliliter milliliters ml", "cubic metre": "m3", "pint": "pint pints",
    "quart": "quart quarts", "celsius": "celsius °c degc", "fahrenheit": "fahrenheit °f degf", "kelvin": "kelvin",
    "degree": "degree degrees deg", "mile/hour": "mph", "kilometre/hour": "kph kmh km/h km/hr", "knot": "knot knots",
    "mach": "mach", "watt": "watt watts w", "kilowatt": "kilowatt kilowatts kw", "megawatt": "megawatt megawatts mw",
    "gigawatt": "gigawatt gigawatts gw", "terawatt": "terawatt terawatts",
    "kilowatt hour": "kwh kilowatt-hours kilowatt-hour", "megawatt hour": "mwh megawatt-hours",
    "gigawatt hour": "gwh gigawatt-hours", "terawatt hour": "twh terawatt-hours", "horsepower": "horsepower hp bhp",
    "volt": "volt volts v", "kilovolt": "kv", "amp": "amp amps ampere amperes", "milliampere hour": "mah",
    "joule": "joule joules", "kilojoule": "kj", "calorie": "calorie calories kcal", "hertz": "hertz hz",
    "kilohertz": "khz", "megahertz": "mhz megahertz", "gigahertz": "ghz gigahertz", "decibel": "decibel decibels db",
    "newton metre": "nm", "pound-foot": "lb-ft pound-feet lb.-ft", "rpm": "rpm", "bar": "bar", "psi": "psi",
    "ksi": "ksi", "pascal": "pascal pascals pa", "hectopascal": "hpa", "megapascal": "mpa",
    "millibar": "millibar millibars", "newton": "newton newtons", "bit": "bit bits", "byte": "byte bytes",
    "kilobyte": "kb kilobytes", "megabyte": "mb megabyte megabytes", "gigabyte": "gb gigabyte gigabytes",
    "terabyte": "tb terabyte terabytes", "megabit/second": "mbps", "gigabit/second": "gbps", "pixel": "pixel pixels",
    "megapixel": "megapixel megapixels mp", "parts-per-billion": "ppb", "parts-per-million": "ppm",
    "point": "point points pts", "basis point": "bps", "millisecond": "millisecond milliseconds ms",
    "microsecond": "microsecond microseconds", "nanosecond": "nanosecond nanoseconds",
}  # fmt: skip
MEASURES = {form: unit for unit, forms in reversed(_MEASURES.items()) for form in forms.split()}
"""Words and signs for units of measurement, and the unit; spelled as the International System does."""
SIGNS_OF_CASE = {
    "W": "watt", "kW": "kilowatt", "KW": "kilowatt", "MW": "megawatt", "mW": "milliwatt", "GW": "gigawatt",
    "TW": "terawatt", "Nm": "newton metre", "N": "newton", "nm": "nanometre", "m": "metre", "g": "gram",
    "l": "litre", "L": "litre", "V": "volt", "F": "fahrenheit", "C": "celsius", "K": "kelvin", "MP": "megapixel",
    "Mb": "megabit", "MB": "megabyte", "Gb": "gigabit", "GB": "gigabyte", "A": "ampere", "Pa": "pascal", "T": "tesla",
    "J": "joule", "B": "byte", "b": "bit", "PS": "horsepower", "Mpx": "megapixel", "p": "penny",
}  # fmt: skip
"""Signs that mean something else in other letters."""
ONLY_ATTACHED = words("A B C F J K L N T V b m p mi in nm pa bar ha db kb mp ms w deg v l pt pc")
"""Right behind digits alone they are units."""
AREAS_AND_VOLUMES = {
    "square": "square", "sq": "square", "sq.": "square", "cubic": "cubic", "cu": "cubic", "nautical": "nautical",
    "metric": "metric",
}  # fmt: skip
"""Before a unit, another one follows."""
TEMPERATURES = {"celsius": "celsius", "c": "celsius", "centigrade": "celsius", "fahrenheit": "fahrenheit",
                "f": "fahrenheit"}  # fmt: skip
"""Behind ``degrees``."""
MARKS = {"″": "inch", "′": "foot"}

HEDGES = {
    "at least": "at least|no (?:fewer|less) than|not less than|a minimum of|minimum of|upwards? of|if not more than",
    "over": r"(?:more|greater|better|higher|larger|bigger) than|over|above|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?"
            r"|in excess of|topp?(?:ed|ing|s)|north of|well over|just over",
    "nearly": "nearly|almost|close to|just (?:under|short of|below|shy of)|approaching|nearing|virtually",
    "up to": "as (?:many|much|high|long|large|far|tall) as|up to|at most|(?:no|not) more than|a maximum of|maximum",
    "under": "(?:less|fewer|lower|smaller) than|under|below|beneath|south of",
    "around": r"about|around|roughly|approximately|approx\.?|some|an? estimated|estimated|at roughly|circa|~"
              r"|an average of|something like|in the region of",
}  # fmt: skip
"""Words before a number, as regular expressions, by what they say of it."""
BOUNDED_BELOW, BOUNDED_ABOVE = words("over") | {"at least"}, words("under nearly") | {"up to"}
