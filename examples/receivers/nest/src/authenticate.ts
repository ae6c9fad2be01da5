import { createHash, timingSafeEqual } from "node:crypto";
import { UnauthorizedException } from "@nestjs/common";
import type { NextFunction, Request, Response } from "express";

const { POPBILL_BASIC, POPBILL_API_KEY } = process.env;

const [header, expected] = POPBILL_BASIC
  ? ["Authorization", `Basic ${Buffer.from(POPBILL_BASIC).toString("base64")}`]
  : ["X-Api-Key", POPBILL_API_KEY];

const sha256 = (text: string) => createHash("sha256").update(text).digest();

export function authenticate(req: Request, _res: Response, next: NextFunction): void {
  const given = req.get(header) ?? "";
  // Digests have one length, so the comparison takes the same time whatever was given.
  if (expected && !timingSafeEqual(sha256(given), sha256(expected))) throw new UnauthorizedException();
  next();
}
