import { BadRequestException, Body, Controller, Headers, HttpCode, Post, Res } from "@nestjs/common";
import type { Response } from "express";
import { parseEvent } from "./event.js";
import { WebhookService } from "./webhook.service.js";

const answersJson = process.env.POPBILL_ANSWER === "json";

@Controller("pbconnect")
export class WebhookController {
  constructor(private readonly webhooks: WebhookService) {}

  @Post()
  @HttpCode(200) // Nest answers a POST with 201, which POPBiLL takes for a failure.
  async receive(
    @Headers("pb-webhook-mid") mid: string | undefined,
    @Headers("pb-webhook-type") type: string | undefined,
    @Headers("pb-webhook-corpnum") corpNum: string | undefined,
    @Body() body: Buffer,
    @Res({ passthrough: true }) res: Response,
  ) {
    const event = parseEvent(body);
    if (!mid || !event) throw new BadRequestException();
    await this.webhooks.add({ mid, type: type ?? "", corpNum: corpNum ?? "", event });

    // POPBiLL waits for this answer and sends the event again without it. Mails, bookkeeping and calls to
    // other systems belong in a job that reads the stored events later.
    if (answersJson) return { result: "OK" };
    res.type("text/plain");
    return "OK";
  }
}
