/** Starts a peer of the HTTP benchmark, and says where as our own services do; it ends with the benchmark. */
import 'reflect-metadata';
import { ValidationPipe } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { onStopRequest } from '@pledgeline/runtime/stop-request';

/** @param module with the controller of `POST /pledges` and of `GET /health/ready`. */
export const serve = async (module: Type): Promise<void> => {
  onStopRequest(process.env, () => process.exit(0));
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    logger: false,
  });
  app.useGlobalPipes(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true }));
  await app.listen(0, '127.0.0.1');
  process.stdout.write(`${JSON.stringify({ msg: 'serving', url: await app.getUrl() })}\n`);
};
