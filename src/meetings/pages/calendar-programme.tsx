import type { JSX } from 'hono/jsx/jsx-runtime'
import { meetingPaths } from '../paths.ts'
import type { Programme, ProgrammeItem } from '../queries/programme.ts'
import { freeTimeInWords } from '../words/standing.ts'

/** What a meeting is to deal with, and what is left of its time (M1). */
export function ProgrammeOf(props: { readonly slug: string; readonly programme: Programme; readonly isCaller: boolean }): JSX.Element {
  const { slug, programme, isCaller } = props
  const free = freeTimeInWords(programme.time)
  return (
    <div class="gt-calendar__programme">
      {programme.items.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {programme.items.map((item) => (
            <li>
              <Item slug={slug} item={item} isCaller={isCaller} />
            </li>
          ))}
        </ul>
      )}
      {programme.items.length === 0 && <span class="gt-missing">No items that you may see</span>}
      {free !== '' && <span class="gt-calendar__free">{free}</span>}
    </div>
  )
}

function Item({ slug, item, isCaller }: { readonly slug: string; readonly item: ProgrammeItem; readonly isCaller: boolean }): JSX.Element {
  const words = `${item.number === '' ? '' : `${item.number} `}${item.title}${item.isStanding ? ' (standing)' : ''}`
  if (item.planItem === undefined || !isCaller) return <>{words}</>
  return (
    <a class="govuk-link" href={meetingPaths.planItem(slug, item.planItem)}>
      {words}
    </a>
  )
}
