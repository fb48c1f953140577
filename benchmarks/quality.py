def write_page(path, texts):
    pass
