/** The mark that what is shown is made up (K6), once a page; each card carries its own. */
export const ExampleBanner = ({ text }: { text: string }) => (
  <aside class="example-banner">
    <p data-word="web.example">{text}</p>
  </aside>
)
