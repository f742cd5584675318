/**
 * Makes page elements of the same components that the server renders, so that a message has one shape. The bundler puts this
 * file in the place of preact's (see bundle.mjs). Text always becomes a text node: nothing handed in is read as HTML.
 */
type Props = Readonly<Record<string, unknown>>
type Component = (props: Props) => unknown

export function jsx(type: string | Component, props: Props): unknown {
  if (typeof type === 'function') return type(props)
  const element = document.createElement(type)
  for (const [name, value] of Object.entries(props)) if (name !== 'children') set(element, name, value)
  append(element, props['children'])
  return element
}

export const jsxs = jsx

export function Fragment({ children }: Props): DocumentFragment {
  const fragment = document.createDocumentFragment()
  append(fragment, children)
  return fragment
}

function set(element: Element, name: string, value: unknown): void {
  if (value === true) element.setAttribute(name, '')
  else if (typeof value === 'string' || typeof value === 'number') element.setAttribute(name, String(value))
}

function append(parent: Node, child: unknown): void {
  if (Array.isArray(child)) for (const one of child) append(parent, one)
  else if (child instanceof Node) parent.appendChild(child)
  else if (typeof child === 'string' || typeof child === 'number')
    parent.appendChild(document.createTextNode(String(child)))
}
