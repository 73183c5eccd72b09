#define GLASS
