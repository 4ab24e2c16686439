import assert from 'node:assert/strict'
import { test } from 'node:test'
import decodeQR from 'qr/decode.js'
import { otpAddress } from '../rules/codes.ts'
import { QrCode } from './qr-code.tsx'

test('X1: a camera reads from the picture what the app needs, and the picture needs no inline style', () => {
  const text = otpAddress(
    'Goldenthread Northbrook',
    'a.rather.long.name@children-and-families.county.example',
    'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  )
  const svg = String(<QrCode text={text} label="QR code" />)
  assert.doesNotMatch(svg, /style=/)
  assert.equal(decodeQR(photograph(svg, 4)), text)
})

/** The picture as a camera sees it, `scale` points a module. */
function photograph(svg: string, scale: number): { width: number; height: number; data: Uint8ClampedArray } {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
  const width = size * scale
  const data = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x = '0', y = '0'] of svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let row = 0; row < scale; row++) {
      for (let column = 0; column < scale; column++) {
        const at = ((Number(y) * scale + row) * width + Number(x) * scale + column) * 4
        data.fill(0, at, at + 3)
      }
    }
  }
  return { width, height: width, data }
}
