/**
 * The peer: the SDK's own dialogs, as its samples use them. One waterfall of four choice prompts, state in memory, and an
 * adapter that answers in the body, so that nothing leaves this process. `PORT=… node waterfall.mjs`.
 */
import { ActivityTypes, BotAdapter, ConversationState, MemoryStorage, TurnContext } from 'botbuilder-core'
import { ChoicePrompt, DialogSet, DialogTurnStatus, WaterfallDialog } from 'botbuilder-dialogs'
import express from 'express'

/** As many choices as the same questions of Voordeur have; the ids stand for their labels. */
const QUESTIONS = [
  ['letter', 'money', 'child', 'teen', 'meeting', 'listen', 'other'],
  ['coffee', 'doing', 'dutch', 'children', 'skip'],
  ['skip', 'language', 'back', 'stop'],
  ['more', 'wish', 'else', 'done'],
]

/** Collects what the bot says during one turn. */
class BodyAdapter extends BotAdapter {
  async process(activity, logic) {
    const replies = []
    const context = new TurnContext(this, activity)
    context.turnState.set('replies', replies)
    await this.runMiddleware(context, logic)
    return replies
  }

  async sendActivities(context, activities) {
    context.turnState.get('replies').push(...activities)
    return activities.map((_, index) => ({ id: String(index) }))
  }

  async updateActivity() {}
  async deleteActivity() {}
  async continueConversation() {}
}

const state = new ConversationState(new MemoryStorage())
const dialogs = new DialogSet(state.createProperty('dialog'))
dialogs.add(new ChoicePrompt('choose', undefined, 'nl-nl'))
dialogs.add(
  new WaterfallDialog('questions', [
    ...QUESTIONS.map(choices => step => step.prompt('choose', { prompt: 'Wat zoekt u?', choices })),
    async step => {
      await step.context.sendActivity('U kunt altijd terugkomen.')
      return step.endDialog()
    },
  ]),
)

async function turn(context) {
  const dialog = await dialogs.createContext(context)
  if (context.activity.value === 'restart') await dialog.cancelAllDialogs()
  const { status } = await dialog.continueDialog()
  if (status === DialogTurnStatus.empty) await dialog.beginDialog('questions')
  await state.saveChanges(context)
}

const adapter = new BodyAdapter()
const app = express()
app.disable('x-powered-by')
app.use(express.json())
app.post('/conversations/:id/activities', async (request, response) => {
  const activity = {
    ...request.body,
    type: ActivityTypes.Message,
    channelId: 'directline',
    conversation: { id: request.params.id },
    from: { id: 'resident' },
    recipient: { id: 'bot' },
  }
  response.json({ activities: await adapter.process(activity, turn) })
})
app.listen(Number(process.env['PORT']), '127.0.0.1')
