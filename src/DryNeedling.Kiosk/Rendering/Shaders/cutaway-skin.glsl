#define SKIN
