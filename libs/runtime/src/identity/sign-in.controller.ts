/** The page behind a link of local sign-in. */
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController, ApiOperation } from '@nestjs/swagger';
import { SIGN_IN_PAGE, SIGN_IN_SCRIPT } from './sign-in-page.ts';

@ApiExcludeController()
@Controller()
export class SignInController {
  @Get('sign-in')
  @ApiOperation({ operationId: 'getSignInPage' })
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    return SIGN_IN_PAGE;
  }

  @Get('sign-in.js')
  @ApiOperation({ operationId: 'getSignInScript' })
  @Header('content-type', 'text/javascript; charset=utf-8')
  script(): string {
    return SIGN_IN_SCRIPT;
  }
}
