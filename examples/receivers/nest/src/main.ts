// Receives POPBiLL webhooks with NestJS. Start it with: npm install && npm run build && npm start
import { NestFactory } from "@nestjs/core";
import { WebhookModule } from "./webhook.module.js";

// No parser of Nest's own: WebhookModule reads the bytes of the body itself.
const app = await NestFactory.create(WebhookModule, { bodyParser: false });
await app.listen(Number(process.env.PORT || 8080), "127.0.0.1");
