import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type Activity, type TurnContext } from '../../sdk.js'

/** The app as Azure knows it. */
export interface App {
  readonly id: string
  readonly password: string | null
  readonly tenant: string | null
  readonly type: string
}

/** What an HTTP answer holds. */
export interface Reply {
  readonly status: number
  /** Our messages, where the caller asked for them in the answer itself. */
  readonly body?: unknown
}

/** The SDK's end of Bot Framework channels: it checks who calls, and posts answers to the channel's connector. */
export class BotFrameworkAdapter extends CloudAdapter {
  /** Without an app nobody is checked; `null` is for development alone. */
  constructor(app: App | null) {
    const settings = app && {
      MicrosoftAppId: app.id,
      MicrosoftAppType: app.type,
      ...(app.password === null ? {} : { MicrosoftAppPassword: app.password }),
      ...(app.tenant === null ? {} : { MicrosoftAppTenantId: app.tenant }),
    }
    super(new ConfigurationBotFrameworkAuthentication(settings ?? {}))
  }

  /**
   * Runs one turn. Answers 401 or 403 for a caller that is not who it says to be; rejects when the turn did, or when the
   * connector took no answer. The SDK's own `process` would write errors with ids of people to the console.
   */
  async run(
    authorization: string,
    activity: Partial<Activity>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<Reply> {
    try {
      const answered = await this.processActivity(authorization, whole(activity), logic)
      return { status: answered?.status ?? 200, body: answered?.body }
    } catch (error) {
      const status = refusal(error)
      if (status === null) throw error
      return { status }
    }
  }
}

/** The SDK's type asks for more than any channel sends; what is missing it does without. */
function whole(activity: Partial<Activity>): Activity {
  const empty = { id: '', name: '' }
  return {
    type: 'message',
    channelId: '',
    serviceUrl: '',
    callerId: '',
    text: '',
    label: '',
    valueType: '',
    listenFor: [],
    localTimezone: '',
    from: empty,
    recipient: empty,
    conversation: { ...empty, isGroup: false, conversationType: '' },
    ...activity,
  }
}

/** 401 or 403 of the SDK's own check of the caller; null for anything else that went wrong. */
function refusal(error: unknown): 401 | 403 | null {
  const name = error instanceof Error ? error.constructor.name : ''
  if (name !== 'AuthenticationError') return null
  return error instanceof Error && 'statusCode' in error && error.statusCode === 403 ? 403 : 401
}
