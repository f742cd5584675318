import type { SafetyView } from '../rendering/message-view.js'

/** Numbers first, large enough to hit with a shaking hand (G2). */
export const SafetyCalls = ({ calls }: { calls: SafetyView['calls'] }) => (
  <ul class="calls">
    {calls.map(({ label, tel }) => (
      <li>
        <a class="call" href={`tel:${tel.replace(/[^\d+]/g, '')}`}>
          {label.includes(tel) ? null : (
            <bdi class="call-number" dir="ltr">
              {tel}
            </bdi>
          )}
          <span class="call-label">{label}</span>
        </a>
      </li>
    ))}
  </ul>
)
