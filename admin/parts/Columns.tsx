import { TableCell, TableHead, TableRow } from '@mui/material'

/** The head of a table: what its columns say, then those that hold numbers. */
export function Columns({ labels, numbers = [] }: { labels: string[]; numbers?: string[] }) {
  return (
    <TableHead>
      <TableRow>
        {labels.map((label) => (
          <TableCell key={label}>{label}</TableCell>
        ))}
        {numbers.map((label) => (
          <TableCell key={label} align="right">
            {label}
          </TableCell>
        ))}
      </TableRow>
    </TableHead>
  )
}
