import { Link, type LinkProps } from '@mui/material'
import type { ButtonHTMLAttributes } from 'react'

type Props = Pick<LinkProps, 'children' | 'sx'> &
  Pick<ButtonHTMLAttributes<HTMLButtonElement>, 'onClick' | 'aria-expanded' | 'aria-controls' | 'aria-pressed'>

/** A button that stands in a line of text and looks like a link. */
export function InlineButton({ children, sx, ...rest }: Props) {
  return (
    <Link
      component="button"
      type="button"
      {...rest}
      sx={{ font: 'inherit', verticalAlign: 'baseline', textAlign: 'left', displayPrint: 'none', ...sx }}
    >
      {children}
    </Link>
  )
}
