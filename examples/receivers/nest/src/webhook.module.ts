import { type MiddlewareConsumer, Module, type NestModule, RequestMethod } from "@nestjs/common";
import { raw } from "express";
import { authenticate } from "./authenticate.js";
import { ProbeController } from "./probe.controller.js";
import { WebhookController } from "./webhook.controller.js";
import { WebhookService } from "./webhook.service.js";

// The bytes as they came: POPBiLL names no charset, and the stock limit of 100 kB is less than a long invoice.
const readBody = raw({ type: () => true, limit: "4mb" });

const isProbeOn = process.env.POPBILL_PROBE === "1";

@Module({
  controllers: isProbeOn ? [WebhookController, ProbeController] : [WebhookController],
  providers: [WebhookService],
})
export class WebhookModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    // A guard would run after the body was read; here strangers are turned away first.
    consumer.apply(authenticate, readBody).forRoutes({ path: "pbconnect", method: RequestMethod.POST });
  }
}
