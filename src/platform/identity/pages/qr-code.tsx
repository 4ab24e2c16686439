import type { JSX } from 'hono/jsx/jsx-runtime'
import { encodeQR } from 'qr'

/** A text as a QR code, drawn as one SVG path with its own white surround, so that it can be read in dark mode too. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }): JSX.Element {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 })
  const size = rows.length
  const path = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg class="gt-qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} width="232" height="232" shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
