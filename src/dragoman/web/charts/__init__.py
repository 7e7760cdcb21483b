"""Charts for pages, one module a chart: a Vega specification and the table it stands beside.

Specifications follow https://vega.github.io/vega/docs/specification/. A colour "--name" stands for
the variable of that name in the stylesheet, so that charts follow the theme. Nothing is told by
colour alone: marks differ in shape, in what is filled, or in the row they stand in.
"""
