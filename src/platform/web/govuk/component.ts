import { Fragment, jsx } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { type Children, rawMarkup, renderNode } from '../render.ts'
import { createEngine } from './engine.ts'
import { type GovukParams, govukComponents } from './generated/params.ts'
import { prepareParameters } from './prepare.ts'

type Components = typeof govukComponents
type OmitEach<T, Key extends PropertyKey> = T extends unknown ? Omit<T, Key> : never

/** `<Tag text="New" />`, or `<Tag>New</Tag>` for a component that has an html option or a block. */
export type GovukProps<Name extends keyof GovukParams> = Components[Name]['slot'] extends null
  ? GovukParams[Name]
  : GovukParams[Name] | (OmitEach<GovukParams[Name], 'text' | 'html'> & { children: Children })

const engine = createEngine({ indent: false })

/** Makes a typed JSX component that calls the official macro of that name. */
export function govukComponent<Name extends keyof GovukParams>(name: Name): (props: GovukProps<Name>) => JSX.Element {
  const { macro, slot } = govukComponents[name]
  // Looked up at the first use: a page that shows no form loads no form templates.
  let call: ReturnType<typeof engine.macro> | undefined
  return (props) => {
    call ??= engine.macro(`govuk/components/${name}/macro.njk`, macro)
    const { children, ...rest } = props as { children?: unknown }
    const parameters = children === undefined ? rest : { ...rest, ...slotted(children, slot === 'caller') }
    return rawMarkup(call(prepareParameters(parameters, renderNode)))
  }
}

/** Words between the tags go to the escaped text option where there is one; everything else is markup. */
function slotted(children: unknown, block: boolean): object {
  const list: unknown[] = Array.isArray(children) ? children : [children]
  const [only] = list
  const isWords = list.length === 1 && (typeof only === 'string' || typeof only === 'number')
  if (isWords && !block) return { text: String(only) }
  return { html: jsx(Fragment, {}, ...(list as never[])) }
}
