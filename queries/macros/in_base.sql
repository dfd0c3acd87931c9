-- macro:     in_base(of_unit)
--
-- What a unit of measurement is in the base unit of its kind, so that miles and kilometres can be compared: that unit and
-- how much of it; other units, and what they are by, are their own.
coalesce(
    map {
        'mile': {'unit': 'metre', 'factor': 1609.344}, 'kilometre': {'unit': 'metre', 'factor': 1000.0},
        'centimetre': {'unit': 'metre', 'factor': 0.01}, 'millimetre': {'unit': 'metre', 'factor': 0.001},
        'foot': {'unit': 'metre', 'factor': 0.3048}, 'inch': {'unit': 'metre', 'factor': 0.0254},
        'yard': {'unit': 'metre', 'factor': 0.9144}, 'nautical mile': {'unit': 'metre', 'factor': 1852.0},
        'square kilometre': {'unit': 'square metre', 'factor': 1000000.0},
        'square mile': {'unit': 'square metre', 'factor': 2589988.110336},
        'hectare': {'unit': 'square metre', 'factor': 10000.0},
        'acre': {'unit': 'square metre', 'factor': 4046.8564224},
        'square foot': {'unit': 'square metre', 'factor': 0.09290304},
        'kilogram': {'unit': 'gram', 'factor': 1000.0}, 'tonne': {'unit': 'gram', 'factor': 1000000.0},
        'milligram': {'unit': 'gram', 'factor': 0.001}, 'ounce': {'unit': 'gram', 'factor': 28.349523125},
        'mile/hour': {'unit': 'kilometre/hour', 'factor': 1.609344}, 'knot': {'unit': 'kilometre/hour', 'factor': 1.852},
        'kilowatt': {'unit': 'watt', 'factor': 1000.0}, 'megawatt': {'unit': 'watt', 'factor': 1000000.0},
        'gigawatt': {'unit': 'watt', 'factor': 1000000000.0},
        'millilitre': {'unit': 'litre', 'factor': 0.001}, 'gallon': {'unit': 'litre', 'factor': 3.785411784},
        'cubic metre': {'unit': 'litre', 'factor': 1000.0}, 'cubic foot': {'unit': 'litre', 'factor': 28.316846592}
    }[of_unit],
    {'unit': of_unit, 'factor': 1.0}
)
