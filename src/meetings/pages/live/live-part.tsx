import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Children } from '#platform/web/render.ts'
import { livePaths } from '../../paths.ts'
import type { LivePart as PartName } from '../../rules/live-parts.ts'

/** A part of the live page with the revision that it shows. */
export interface LivePartProps {
  readonly meeting: string
  readonly part: PartName
  /** As counted for whoever looks: visitors have a count of their own. */
  readonly revision: number
  readonly children?: Children
}

/** A part of the live page that the script brings up to date, under the permissions of whoever looks. */
export function LivePart({ meeting, part, revision, children }: LivePartProps): JSX.Element {
  return (
    <live-part id={`part-${part}`} name={part} src={livePaths.part(meeting, part)} revision={String(revision)}>
      {children}
    </live-part>
  )
}
