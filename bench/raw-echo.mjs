/** The floor: Express 5 reads a JSON body and sends it back, and nothing else. `PORT=… node raw-echo.mjs`. */
import express from 'express'

const app = express()
app.disable('x-powered-by')
app.use(express.json())
app.post('/conversations/:id/activities', (request, response) => {
  response.json(request.body)
})
app.listen(Number(process.env['PORT']), '127.0.0.1')
