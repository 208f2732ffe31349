"""What people see in the terminal: rich views of the list, a sheet, a comparison."""
