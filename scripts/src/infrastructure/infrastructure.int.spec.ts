import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from 'amqplib';
import mongoose from 'mongoose';
import { startInfrastructure } from './infrastructure.ts';
import type { Infrastructure, InfrastructureOptions } from './infrastructure.ts';
import { findProjectRoot, localFolderIn } from './local-folder.ts';
import { newSecrets } from './secrets.ts';

const { MongoClient } = mongoose.mongo;

describe('a private MongoDB and RabbitMQ', () => {
  let options: InfrastructureOptions;
  let infrastructure: Infrastructure;
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'guiche-infrastructure-'));
    const { cacheFolder } = localFolderIn(join(findProjectRoot(), '.guiche'));
    options = { folder, logFolder: join(folder, 'logs'), cacheFolder, secrets: newSecrets() };
    infrastructure = await startInfrastructure(options);
  });
  afterAll(async () => {
    await infrastructure.stop();
    await rm(options.folder, { recursive: true, force: true });
  });

  async function countThings(): Promise<number> {
    const client = new MongoClient(infrastructure.mongo.url);
    const count = await client.db('test').collection('things').countDocuments();
    await client.close();
    return count;
  }
  async function countMessages(): Promise<number> {
    const connection = await connect(infrastructure.rabbit.url);
    const channel = await connection.createChannel();
    const { messageCount } = await channel.checkQueue('q.test');
    await connection.close();
    return messageCount;
  }

  it('keep what was stored when they are stopped within seconds and started again on other ports', async () => {
    const client = new MongoClient(infrastructure.mongo.url);
    await client.db('test').collection('things').insertOne({}, { writeConcern: { w: 'majority', j: true } });
    await client.close();
    const connection = await connect(infrastructure.rabbit.url);
    const channel = await connection.createConfirmChannel();
    await channel.assertQueue('q.test', { durable: true, arguments: { 'x-queue-type': 'quorum' } });
    channel.publish('', 'q.test', Buffer.from('x'), { persistent: true });
    await channel.waitForConfirms();
    await connection.close();

    const before = [infrastructure.mongo.url, infrastructure.rabbit.url];
    const startedAt = performance.now();
    await infrastructure.stop();
    expect(performance.now() - startedAt).toBeLessThan(7_500);
    infrastructure = await startInfrastructure(options);

    expect([infrastructure.mongo.url, infrastructure.rabbit.url]).not.toEqual(before);
    expect(await countThings()).toBe(1);
    expect(await countMessages()).toBe(1);
  });

  it('come back on the same ports after a crash, with their data', async () => {
    await Promise.all([infrastructure.mongo.kill(), infrastructure.rabbit.kill()]);
    expect([...infrastructure.mongo.pids(), ...infrastructure.rabbit.pids()]).toEqual([]);
    await Promise.all([infrastructure.mongo.start(), infrastructure.rabbit.start()]);
    expect(await countThings()).toBe(1);
    expect(await countMessages()).toBe(1);
  });

  it('keep their secrets readable by the owner only', async () => {
    const files = ['mongodb/replica-set.key', 'rabbitmq/home/.erlang.cookie', 'rabbitmq/definitions.json'];
    for (const file of files) expect((await stat(join(options.folder, file))).mode & 0o077).toBe(0);
    expect(await readdir(options.folder)).toEqual(expect.arrayContaining(['mongodb', 'rabbitmq']));
  });
});
