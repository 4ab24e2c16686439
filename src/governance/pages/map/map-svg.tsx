import type { JSX } from 'hono/jsx/jsx-runtime'
import { labelLines } from '../../rules/arrangement/label-lines.ts'
import type { BodyBox, DrawnLine, Picture } from '../../rules/arrangement/picture.ts'
import { headPaths, headShape, lineClass, pathOf } from './line-style.ts'

/** What the picture says of a body besides its label. */
export interface MapBodyFacts {
  readonly href: string
  /** What it is, in a few words below its name. */
  readonly caption: string
  readonly isOutside: boolean
  readonly isFocus: boolean
}

/** The arrangement as a picture: a link for each body; lines are told in the words beneath, so nothing reads them out here. */
export function MapSvg(props: {
  readonly picture: Picture
  readonly facts: ReadonlyMap<string, MapBodyFacts>
  readonly label: string
}): JSX.Element {
  const { picture, facts, label } = props
  const width = Math.ceil(picture.width) + 2
  const height = Math.ceil(picture.height) + 2
  return (
    <svg class="gt-map" width={width} height={height} viewBox={`-1 -1 ${width} ${height}`}>
      <title>{label}</title>
      <g>
        {picture.bands.map(({ tier, x, y, width: wide, height: high }) => (
          <>
            <rect class="gt-map__band" x={x} y={y - 9} width={wide} height={high + 18} rx="6" />
            <text class="gt-map__tier" x={x + 12} y={y + 14}>
              Tier
            </text>
            <text class="gt-map__tier-number" x={x + 12} y={y + 40}>
              {tier + 1}
            </text>
          </>
        ))}
        {picture.lines.map((line) => (
          <Line line={line} />
        ))}
      </g>
      {picture.boxes.map((box) => (
        <BodyLink box={box} facts={facts.get(box.id)} />
      ))}
    </svg>
  )
}

function Line({ line }: { readonly line: DrawnLine }): JSX.Element {
  const kind = lineClass(line.kind)
  const path = line.ways.map((way) => pathOf(way, line.joints)).join('')
  return (
    <g class={`gt-map__net gt-map__net--${kind}`}>
      <path class="gt-map__halo" d={path} />
      <path class="gt-map__line" d={path} />
      {kind === 'equal-partner-of' && <path class="gt-map__core" d={path} />}
      {line.head && (
        <path
          class={`gt-map__head gt-map__head--${headShape(line.kind)}`}
          d={headPaths[headShape(line.kind)]}
          transform={`translate(${line.head.x} ${line.head.y})${line.head.pointing === 'up' ? '' : ' rotate(180)'}`}
        />
      )}
    </g>
  )
}

const LETTERS = 14
const LINE = 18

function BodyLink({ box, facts }: { readonly box: BodyBox; readonly facts: MapBodyFacts | undefined }): JSX.Element | null {
  if (facts === undefined) return null
  const { x, y, width, height, lines } = box
  const caption = labelLines(facts.caption, width - 4, 12, 1)
  const first = y + (height - lines.length * LINE - 16) / 2 + LETTERS
  const kinds = ['gt-map__body', ...(facts.isOutside ? ['gt-map__body--outside'] : []), ...(facts.isFocus ? ['gt-map__body--focus'] : [])]
  return (
    <a class={kinds.join(' ')} href={facts.href}>
      <rect class="gt-map__box" x={x} y={y} width={width} height={height} rx="6" />
      {lines.map((words, index) => (
        <text class="gt-map__name" x={x + 12} y={first + index * LINE}>
          {`${words} `}
        </text>
      ))}
      <text class="gt-map__caption" x={x + 12} y={first + lines.length * LINE}>
        {caption[0] ?? ''}
      </text>
    </a>
  )
}

/** A short piece of the line of a kind, for the legend. */
export function LineSample({ kind }: { readonly kind: string }): JSX.Element {
  const shape = headShape(kind)
  return (
    <svg class="gt-map-sample" width="64" height="16" viewBox="0 0 64 16" aria-hidden="true" focusable="false">
      <g class={`gt-map__net gt-map__net--${lineClass(kind)}`}>
        <path class="gt-map__line" d="M1 8H62" />
        {kind === 'equal-partner-of' ? (
          <path class="gt-map__core" d="M1 8H62" />
        ) : (
          <path class={`gt-map__head gt-map__head--${shape}`} d={headPaths[shape]} transform="translate(63 8) rotate(90)" />
        )}
      </g>
    </svg>
  )
}
