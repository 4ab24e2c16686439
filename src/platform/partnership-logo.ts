import type { Database, Reader } from '#platform/database/session.ts'
import type { Clock } from '#platform/time/clock.ts'
import { type Remembered, remember } from './remembered.ts'

/** The partnership's own mark, for headers and front pages. */
export interface PartnershipLogo {
  /** sha-256 of the stored picture. */
  readonly document: string
  readonly mediaType: 'image/png' | 'image/jpeg'
  /** In pixels. */
  readonly width: number
  readonly height: number
  /** What a screen reader says instead. */
  readonly alternativeText: string
}

/** The setting in which it is kept. */
export const logoSetting = 'partnership.logo'

/** The mark that is set; undefined where there is none. */
export async function findLogo(reader: Reader): Promise<PartnershipLogo | undefined> {
  const row = await reader.selectFrom('platform.setting').select('value').where('key', '=', logoSetting).executeTakeFirst()
  return readLogo(row?.value)
}

/** A mark as the setting holds it; undefined for anything else. */
export function readLogo(value: unknown): PartnershipLogo | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { document, mediaType, width, height, alternativeText } = value as Record<string, unknown>
  const isPicture = mediaType === 'image/png' || mediaType === 'image/jpeg'
  if (typeof document !== 'string' || !/^[0-9a-f]{64}$/.test(document) || !isPicture) return undefined
  if (typeof width !== 'number' || typeof height !== 'number' || typeof alternativeText !== 'string') return undefined
  return { document, mediaType, width, height, alternativeText }
}

/** Where the mark is served: its name changes with its content, so that it can be kept for ever. */
export function logoAddress({ document, mediaType }: PartnershipLogo): string {
  return `/partnership/${document.slice(0, 20)}.${mediaType === 'image/png' ? 'png' : 'jpg'}`
}

/** Tells the mark. */
export function logoTeller(db: Database, clock: Clock): Remembered<PartnershipLogo | undefined> {
  return remember(clock, () => findLogo(db))
}
