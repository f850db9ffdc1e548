declare module "jsonld";
declare module "kuromoji";
