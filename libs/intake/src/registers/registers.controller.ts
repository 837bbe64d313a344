/** The HTTP operations for the registers of names. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { commandFor, REGISTERS } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest, RegisterName } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import { namesEntered, REGISTER_COMMANDS, sendToRegister } from './register-commands.ts';
import type { RegisterCommands } from './register-commands.ts';
import { AddAliasRequest, AddNameRequest, WithdrawAliasRequest } from './register.request.ts';
import { meaningsIn } from './register.ts';

const REGISTER = {
  name: 'register',
  schema: { type: 'string', enum: [...REGISTERS] },
} as const;

@ApiTags('registers')
@Controller('registers/:register/names')
export class RegistersController {
  constructor(@Inject(REGISTER_COMMANDS) private readonly registers: RegisterCommands) {}

  @Post()
  @ApiParam(REGISTER)
  @ApiOperation({
    operationId: 'AddName',
    summary: 'Make a text, a body, a training centre or a ministry known',
    description:
      'Enters it under its code, with its names. What was said under one of them counts for it from now on, also what was entered before. A name that means something else already is refused, with both.',
  })
  add(
    @Param('register') written: string,
    @Body() { occurredOn, aliases, kind = null, from = null, to = null, ...body }: AddNameRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { register: registerNamed(written), ...body, aliases: aliases ?? [], kind, from, to };
    const command = commandFor(commandContext, 'AddName', data, occurredOn);
    return sendToRegister(this.registers, commandContext, command);
  }

  @Post(':code/aliases')
  @ApiParam(REGISTER)
  @ApiOperation({
    operationId: 'AddAlias',
    summary: 'Say that another name means it',
    description:
      'Adds a name to what bears the code, which may be named by any of its names. What was said under that name counts for it from now on, also what was entered before; a question about an earlier time is answered as before. A name that means something else already is refused, with both.',
  })
  async addAlias(
    @Param('register') written: string,
    @Param('code') code: string,
    @Body() { occurredOn, ...body }: AddAliasRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { ...(await this.named(written, code)), ...body };
    const command = commandFor(commandContext, 'AddAlias', data, occurredOn);
    return sendToRegister(this.registers, commandContext, command);
  }

  @Post(':code/alias-withdrawal')
  @ApiParam(REGISTER)
  @ApiOperation({
    operationId: 'WithdrawAlias',
    summary: 'Take back a name that was added by mistake',
    description:
      'From now on the name means nothing, and what was said under it stands as stated. Only names that were added here can be taken back.',
  })
  async withdrawAlias(
    @Param('register') written: string,
    @Param('code') code: string,
    @Body() { occurredOn, ...body }: WithdrawAliasRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { ...(await this.named(written, code)), ...body };
    const command = commandFor(commandContext, 'WithdrawAlias', data, occurredOn);
    return sendToRegister(this.registers, commandContext, command);
  }

  /** A code that means nothing goes on as it is, for the decision to refuse. */
  private async named(written: string, code: string): Promise<{ register: RegisterName; code: string }> {
    const name = registerNamed(written);
    const [meant, ...others] = meaningsIn(name, code, await namesEntered(this.registers, name));
    return { register: name, code: others.length === 0 ? (meant ?? code) : code };
  }
}

/** @throws {Rejected} REGISTER_NOT_FOUND, with those that there are. */
const registerNamed = (written: string): RegisterName => {
  const register = REGISTERS.find((one) => one === written.toLowerCase());
  if (register !== undefined) return register;
  throw new Rejected(
    'missing',
    'REGISTER_NOT_FOUND',
    `There is no register ${written}. Missions are registered at /missions.`,
    { field: 'register', allowed: REGISTERS },
  );
};
