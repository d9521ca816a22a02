import { Injectable, RequestMethod, type OnApplicationBootstrap, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS_RULE, type AccessRule } from './access-rule.js';

export interface RouteRule {
  method: string;
  path: string;
  rule?: AccessRule;
  controller: Type;
  /** The name of the controller's method. */
  handler: string;
}

/** Knows every route and its rule. A route without a rule stops the start: access is denied until somebody decides. */
@Injectable()
export class AccessCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const open = this.routes().filter((route) => !route.rule);
    if (open.length > 0) {
      throw new Error(`Routes without an access rule: ${open.map((r) => `${r.method} ${r.path}`).join(', ')}`);
    }
  }

  routes(): RouteRule[] {
    return this.discovery.getControllers().flatMap(({ metatype, instance }) => {
      if (!metatype || !instance) return [];
      const prefixes = [this.reflector.get<string | string[]>(PATH_METADATA, metatype)].flat();
      const prototype: object = Object.getPrototypeOf(instance);
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = (instance as Record<string, () => unknown>)[name];
        const method = handler && this.reflector.get<RequestMethod | undefined>(METHOD_METADATA, handler);
        if (!handler || method === undefined) return [];
        const paths = [this.reflector.get<string | string[]>(PATH_METADATA, handler)].flat();
        const controller = metatype as Type;
        const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [handler, metatype]);
        return prefixes.flatMap((prefix) =>
          paths.map((path) => ({
            method: RequestMethod[method],
            path: join(prefix, path),
            rule,
            controller,
            handler: name,
          })),
        );
      });
    });
  }
}

function join(...parts: (string | undefined)[]): string {
  const path = parts
    .map((part) => (part ?? '').replace(/^\/+|\/+$/g, ''))
    .filter(Boolean)
    .join('/');
  return `/${path}`;
}
