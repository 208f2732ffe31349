"""How a line looks: bullets, numbers, bold, indentation; the points that lines make."""
