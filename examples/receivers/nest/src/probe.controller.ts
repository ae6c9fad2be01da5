import { Controller, Get, NotFoundException, Query } from "@nestjs/common";
import { WebhookService } from "./webhook.service.js";

/** For `popbill-hook verify` in tests only: shows what was stored. */
@Controller("probe")
export class ProbeController {
  constructor(private readonly webhooks: WebhookService) {}

  @Get()
  async show(@Query("mid") mid: string) {
    const stored = await this.webhooks.find(mid);
    if (!stored) throw new NotFoundException();
    return stored;
  }
}
